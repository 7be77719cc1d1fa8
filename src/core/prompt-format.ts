// The ways in which a language model can be asked, by name.

/**
 * `chat`: messages. `completion`: a text that ends where the body begins. `fim`: text before and after, which the server
 * itself joins (`suffix`). `fim-…`: the same, joined by us with the special tokens of a model family.
 */
export const PROMPT_FORMATS = [
  'chat',
  'completion',
  'fim',
  'fim-qwen',
  'fim-starcoder',
  'fim-codellama',
  'fim-deepseek',
  'fim-codestral',
] as const;

export type PromptFormat = (typeof PROMPT_FORMATS)[number];

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What is sent. The erased body is nowhere in it. */
export type Prompt =
  | { readonly kind: 'chat'; readonly messages: readonly ChatMessage[] }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** For servers that fill in the middle themselves; `null` for a text that is simply continued. */
      readonly suffix: string | null;
      /** Where the model should stop. */
      readonly stop: readonly string[];
    };

/**
 * What an answer is expected to begin with: anything (`chat`), the body's opening brace (`body`), or what follows that
 * brace, which already stands in the prompt (`inside`).
 */
export type AnswerShape = 'chat' | 'body' | 'inside';
