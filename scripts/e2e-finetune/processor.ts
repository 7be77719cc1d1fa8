// What the processor of this machine is good at.

import { existsSync, readFileSync } from 'node:fs';

/** Whether numbers of 16 bits are computed faster than those of 32; without units of its own for them they are slower. */
export function hasFastBf16(): boolean {
  return existsSync('/proc/cpuinfo') && readFileSync('/proc/cpuinfo', 'utf8').includes('amx_bf16');
}
