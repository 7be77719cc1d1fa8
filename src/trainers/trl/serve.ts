// Exact commands that serve what was trained, quoted for a shell.

import type { ServeCommand, SpecializedModel } from '../../ports.ts';
import type { Weights } from './weights.ts';

export interface Served {
  readonly weights: Weights;
  readonly name: string;
  /** A folder, or a name at the hub. */
  readonly baseModel: string;
  readonly baseIsFolder: boolean;
  /** Of prompt and answer together. */
  readonly contextTokens: number;
  /** Of the adapters; `null` where it is not known. */
  readonly rank: number | null;
}

const HOST = '127.0.0.1';
const PORT = '8000';
const BASE_URL = `http://${HOST}:${PORT}/v1`;
const AT = ['--host', HOST, '--port', PORT];

/** How the result is asked for, and what serves it under that name. */
export function served(result: Served): Pick<SpecializedModel, 'model' | 'serve' | 'remarks'> {
  return result.weights.isAdapter ? adapterServed(result) : wholeServed(result);
}

/** All three call it by its folder: vLLM and transformers by the path they are asked for, llama.cpp by any name. */
function wholeServed({ weights: { folder }, contextTokens }: Served): Pick<SpecializedModel, 'model' | 'serve'> {
  const gguf = `${folder}.gguf`;
  return {
    model: folder,
    serve: [
      serveBy('transformers serve', ['transformers', 'serve', ...AT]),
      serveBy('vLLM', ['vllm', 'serve', folder, ...AT]),
      serveBy(
        'llama.cpp',
        ['python', 'convert_hf_to_gguf.py', folder, '--outfile', gguf],
        ['llama-server', '-m', gguf, '-c', String(contextTokens), ...AT],
      ),
    ],
  };
}

function adapterServed(result: Served): Pick<SpecializedModel, 'model' | 'serve' | 'remarks'> {
  const { name, baseModel, baseIsFolder, contextTokens, rank } = result;
  const { folder } = result.weights;
  const [gguf, base] = [`${folder}.gguf`, `${folder}.base.gguf`];
  const maxRank = rank !== null && rank > VLLM_RANK ? ['--max-lora-rank', String(ranksOfVllm(rank))] : [];
  return {
    model: name,
    serve: [
      serveBy('vLLM', [
        'vllm',
        'serve',
        baseModel,
        '--enable-lora',
        ...maxRank,
        '--lora-modules',
        `${name}=${folder}`,
        ...AT,
      ]),
      serveBy(
        'llama.cpp',
        ['python', 'convert_hf_to_gguf.py', ...(baseIsFolder ? [] : ['--remote']), baseModel, '--outfile', base],
        [
          'python',
          'convert_lora_to_gguf.py',
          folder,
          baseIsFolder ? '--base' : '--base-model-id',
          baseModel,
          '--outfile',
          gguf,
        ],
        ['llama-server', '-m', base, '--lora', gguf, '-c', String(contextTokens), ...AT],
      ),
    ],
    remarks: [
      'These are adapters, which `transformers serve` does not load: it needs them merged into their base model (`merge_and_unload` of PEFT, the tokenizer saved beside), or a training with --method full.',
    ],
  };
}

/** What vLLM takes unless it is told, and what it can be told. */
const VLLM_RANK = 16;

function ranksOfVllm(rank: number): number {
  return [32, 64, 128, 256, 320].find((taken) => taken >= rank) ?? 512;
}

/** Commands that follow one another on one line, as far as each succeeds. */
function serveBy(server: string, ...commands: readonly (readonly string[])[]): ServeCommand {
  const command = commands.map((words) => words.map(shellWord).join(' ')).join(' && ');
  return { server, command, baseUrl: BASE_URL };
}

/** A word that a POSIX shell takes for itself and nothing else. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
