import type { Language } from '../../src/ports.ts';
export async function scaleTable(_g: string | undefined, _l: Language): Promise<string> {
  return '';
}
