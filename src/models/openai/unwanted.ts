// Refusals that need a second look: a model that the server does not have, an endpoint, a suffix.

import { outsideLine } from '../../core/outside-text.ts';
import type { Reply } from '../../openai/connection.ts';
import { type Fault, fault, type Party } from '../../openai/fault.ts';
import type { ServerReply } from '../../openai/server-fault.ts';
import type { Request } from './request.ts';

/** More names make the message hard to read. */
const MOST_NAMES = 8;

/** OpenAI and its copies by code, `transformers serve`, Ollama and LM Studio in words. */
const UNKNOWN_MODEL =
  /model_not_found|server is pinned to|model\b.{0,100}\b(not found|does not exist|not exist|not loaded)/i;

/** A better explanation where there is one; `seen` where there is none. */
export async function refusalLookedInto(
  { status, text }: ServerReply,
  request: Request,
  seen: Fault,
  party: Party,
  listModels: () => Promise<Reply>,
): Promise<Fault> {
  const notWanted = status === 400 || status === 422;
  if (status === 404 || (notWanted && UNKNOWN_MODEL.test(text))) {
    return fault(notFound(status, request, party, namesIn(await listModels())), { forAll: 'always' });
  }
  if (notWanted && 'suffix' in request.body && /\bsuffix\b/i.test(text)) {
    const others = 'choose another prompt format, `chat` or the one of the model’s family (`fim-…`)';
    return fault(`the server takes no suffix (${status}): ${others}`, { forAll: 'always' });
  }
  return seen;
}

function notFound(status: number, { endpoint }: Request, party: Party, names: readonly string[] | null): string {
  const { baseUrl, apiKey } = party;
  const model = outsideLine(party.model, apiKey, 100);
  if (names === null) {
    return `${baseUrl} has no ${endpoint}, or no model ${model} (${status}): check the base URL and the model’s name`;
  }
  if (names.includes(party.model)) {
    const other = endpoint === '/completions' ? '`chat`' : '`completion`';
    return `${baseUrl} has the model ${model}, but no ${endpoint} (${status}): choose the prompt format ${other}`;
  }
  const shown = names.slice(0, MOST_NAMES).map((name) => outsideLine(name, apiKey, 80));
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${baseUrl} has no model ${model} (${status}): ${names.length === 0 ? 'it names none' : `it has ${shown.join(', ')}${more}`}`;
}

/** The names in a list of models, as OpenAI shapes it; `null` when it is none. */
function namesIn(reply: Reply): string[] | null {
  if (reply.kind !== 'replied' || reply.status !== 200) return null;
  try {
    const { data } = JSON.parse(reply.text) as { data?: unknown };
    if (!Array.isArray(data)) return null;
    return data.flatMap((entry: unknown) =>
      typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? [entry.id] : [],
    );
  } catch {
    return null;
  }
}
