// Golden files: what people see, reviewed as prose. `UPDATE_GOLDEN=1 npx vitest run test/report` rewrites them.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export function expectGolden(file: string, text: string): void {
  const path = fileURLToPath(new URL(`golden/${file}`, import.meta.url));
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
  expect(existsSync(path), `${file} is missing: UPDATE_GOLDEN=1 npx vitest run test/report writes it`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
