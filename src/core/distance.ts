import { distance as shortDistance } from 'fastest-levenshtein';
import { bandedDistance } from './banded-distance.ts';

export function distance(a: string, b: string): number {
  if (a === b) return 0;
  let aEnd = a.length,
    bEnd = b.length,
    start = 0;
  const shorter = Math.min(aEnd, bEnd);
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--;
    bEnd--;
  }
  if (start === aEnd || start === bEnd) return Math.abs(aEnd - bEnd);
  if (aEnd - start <= 32 && bEnd - start <= 32) return shortDistance(a.slice(start, aEnd), b.slice(start, bEnd));
  const [s, sEnd, l, lEnd] = aEnd <= bEnd ? [a, aEnd, b, bEnd] : [b, bEnd, a, aEnd];
  let p = start;
  for (let i = start; i < lEnd && p < sEnd; i++) if (l.charCodeAt(i) === s.charCodeAt(p)) p++;
  if (p === sEnd) return lEnd - sEnd;
  return bandedDistance(a, b, start, aEnd, bEnd);
}
