// The special tokens of model families, and source text that must not be read as one.

import type { PromptFormat } from './prompt-format.ts';

/** A prompt format that joins prefix and suffix with tokens of its own. */
export type TokenFormat = Exclude<PromptFormat, 'chat' | 'completion' | 'fim'>;

export interface FillingTokens {
  /** Prefix and suffix as the model was trained to see them; what it writes next is the middle. */
  join(prefix: string, suffix: string): string;
  /** Tokens that end the middle, or with which a model begins something else. */
  readonly stop: readonly string[];
  /** What must not stand in a prefix or suffix. */
  readonly own: readonly string[];
}

/**
 * As the models' own cards and tokenizers give them:
 * - Qwen2.5-Coder: https://github.com/QwenLM/Qwen2.5-Coder/blob/main/examples/Qwen2.5-Coder-fim.py
 * - StarCoder, StarCoder2: https://huggingface.co/bigcode/starcoder, "Fill-in-the-middle"
 * - Code Llama: `infilling_prompt_tokens`, "<PRE> {pre} <SUF>{suf} <MID>", in
 *   https://github.com/facebookresearch/codellama/blob/main/llama/generation.py; its tokens are `▁<PRE>` and so on, which
 *   is why the spaces belong to them, and the middle ends with `▁<EOT>`
 * - DeepSeek-Coder: https://github.com/deepseek-ai/DeepSeek-Coder#2-code-insertion; with full-width bars (U+FF5C) and
 *   lower one eighth blocks (U+2581)
 * - Codestral: `encode_fim`, suffix first, no middle token, in
 *   https://github.com/mistralai/mistral-common/blob/main/src/mistral_common/tokens/tokenizers/instruct.py
 *
 * The token that begins a text (`<s>`, `<｜begin▁of▁sentence｜>`) is the engine's to add.
 */
export const FILLING_TOKENS: Readonly<Record<TokenFormat, FillingTokens>> = {
  'fim-qwen': {
    join: (prefix, suffix) => `<|fim_prefix|>${prefix}<|fim_suffix|>${suffix}<|fim_middle|>`,
    stop: ['<|endoftext|>', '<|fim_pad|>', '<|repo_name|>', '<|file_sep|>'],
    own: [],
  },
  'fim-starcoder': {
    join: (prefix, suffix) => `<fim_prefix>${prefix}<fim_suffix>${suffix}<fim_middle>`,
    stop: ['<|endoftext|>', '<file_sep>', '<fim_pad>', '<fim_prefix>'],
    own: ['<filename>', '<reponame>', '<gh_stars>', '<commit_before>', '<commit_msg>', '<commit_after>'],
  },
  'fim-codellama': {
    join: (prefix, suffix) => `<PRE> ${prefix} <SUF>${suffix} <MID>`,
    stop: ['<EOT>'],
    own: ['<PRE>', '<SUF>', '<MID>', '<EOT>'],
  },
  'fim-deepseek': {
    join: (prefix, suffix) => `<｜fim▁begin｜>${prefix}<｜fim▁hole｜>${suffix}<｜fim▁end｜>`,
    stop: ['<｜end▁of▁sentence｜>', '<|EOT|>', '<｜fim▁begin｜>'],
    own: [],
  },
  'fim-codestral': {
    join: (prefix, suffix) => `[SUFFIX]${suffix}[PREFIX]${prefix}`,
    stop: [],
    own: ['[SUFFIX]', '[PREFIX]', '[MIDDLE]'],
  },
};

export const TOKEN_FORMATS: readonly string[] = Object.keys(FILLING_TOKENS);

export function isTokenFormat(format: PromptFormat): format is TokenFormat {
  return format in FILLING_TOKENS;
}

/**
 * Shapes that some engine reads as a special token wherever they stand, in a chat message too: `<|im_end|>`,
 * `<｜User｜>`, `<fim_middle>`, `<start_of_turn>`, `</s>`, `[INST]`. The look-ahead finds those that overlap.
 */
const SPECIAL = [
  /<(?=[|｜][^\s<>|｜]{1,40}[|｜]>)/g,
  /<(?=(?:fim_(?:prefix|suffix|middle|pad)|file_sep|repo_name|(?:start|end)_of_turn|bos|eos|\/?s)>)/g,
  /<(?=<\/?SYS>>)/g,
  /\[(?=\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\])/g,
];

/** Hardly any text holds one, and one look is quicker than four. */
const ANY_SPECIAL = new RegExp(SPECIAL.map(({ source }) => source).join('|'));

/**
 * The text with a space after the first character of whatever could be read as a special token: `< |im_end|>`. Java
 * means the same by it outside strings and comments (`List< s>`, `order[ PREFIX]`), and no engine knows it as a token.
 */
export function withoutSpecialTokens(text: string, format: PromptFormat): string {
  let plain = text;
  if (ANY_SPECIAL.test(text)) for (const pattern of SPECIAL) plain = plain.replace(pattern, '$& ');
  if (!isTokenFormat(format)) return plain;
  for (const token of FILLING_TOKENS[format].own) {
    plain = plain.replaceAll(token, `${token.charAt(0)} ${token.slice(1)}`);
  }
  return plain;
}
