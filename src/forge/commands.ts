// Doing what people ask for in a comment: permission first, then the deed, then one answer; each comment once.

import type { Command, CommandKind } from '../core/command.ts';
import { mayAtLeast } from '../ports/forge.ts';
import type { DocumentChange, Permission } from '../ports.ts';
import { notAllowedMarkdown } from '../report/markdown/replies.ts';
import type { CommandContext, Deed } from './command-context.ts';
import { deedOf, explanationOf } from './command-deeds.ts';
import { pullRequestPrefix } from './ignored.ts';

/** Whose word it takes. */
const NEEDED: Readonly<Record<CommandKind, 'write' | 'maintain'>> = {
  check: 'write',
  explain: 'write',
  ignore: 'write',
  unignore: 'write',
  help: 'write',
  retrain: 'maintain',
  'badge-link': 'maintain',
};

/**
 * Does the commands of one comment, in their order. Delivered again, a comment is gone on with where it was left: what was done
 * is not done twice. Throws when the forge or the store cannot be reached; then it is to be called again.
 */
export async function doCommands(commands: readonly Command[], context: CommandContext): Promise<void> {
  const { comment, forge } = context;
  if (commands.length === 0 || comment.author.endsWith('[bot]')) return;
  if ((await doneOf(context)).done >= commands.length) return;
  const permission = await forge.pullRequests.permissionOf(comment.author);
  const isHeard = commands.some(({ kind }) => mayAtLeast(permission, NEEDED[kind]));
  if (isHeard) await forge.replies.react(comment.id, 'eyes');
  let went = true;
  for (const [at, command] of commands.entries()) {
    const deed = await doOnce(command, at, permission, context);
    went = went && (deed?.went ?? true);
  }
  const isToFollow = commands.some(({ kind }) => kind === 'explain');
  if (!went || !isToFollow) await forge.replies.react(comment.id, went ? '+1' : 'confused');
}

/** Gives the answer that a command asked for in passing: once, and then the reaction that the comment still lacks. */
export async function explainMethod(
  { method, at }: { readonly method: string; readonly at: number },
  context: CommandContext,
): Promise<void> {
  const { documents, forge, comment, log } = context;
  const key = `${commentKey(context)}/explained/${at}`;
  if (!(await documents.read([key])).has(key)) {
    const deed = await explanationOf(method, context);
    const reaction = deed.went ? '+1' : 'confused';
    if (await documents.write([{ key, expected: null, text: reaction }])) {
      log.say(`/palimpsest explain of ${comment.author}: ${deed.went ? 'done' : 'not done'}`);
      if (deed.reply !== null) await answer(deed.reply, deed, { key, text: null }, context);
    }
  }
  const reaction = (await documents.read([key])).get(key)?.text;
  await forge.replies.react(comment.id, reaction === '+1' ? '+1' : 'confused');
}

/** The only command of a comment. */
export function doCommand(command: Command, context: CommandContext): Promise<void> {
  return doCommands([command], context);
}

/** Others may write to the same documents at the same time. */
const MOST_TRIES = 10;

/** `null` when it was done before. */
async function doOnce(
  command: Command,
  at: number,
  permission: Permission,
  context: CommandContext,
): Promise<Deed | null> {
  const { documents, log, comment } = context;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { done, version } = await doneOf(context);
    if (done > at) return null;
    const isAllowed = mayAtLeast(permission, NEEDED[command.kind]);
    const deed = isAllowed ? await deedOf(command, at, context) : await refusal(command, context);
    if (deed.start !== null) await context.start(deed.start);
    const note = { key: commentKey(context), expected: version, text: String(at + 1) };
    if (!(await documents.write([note, ...deed.changes]))) continue;
    log.say(`/palimpsest ${command.kind} of ${comment.author}: ${deed.went ? 'done' : 'not done'}`);
    if (deed.reply === null) return deed;
    await answer(deed.reply, deed, { key: note.key, text: done === 0 ? null : String(done) }, context);
    return deed;
  }
  throw new Error(`what is kept of pull request ${context.pullRequest} changes faster than it can be written`);
}

/** An answer that does not get through is given again the next time: `before` is the note as it stood. */
async function answer(reply: string, deed: Deed, before: DocumentChange, context: CommandContext): Promise<void> {
  try {
    const said = await context.forge.replies.reply(context.pullRequest, reply);
    if (said.kind === 'refused') context.log.say(`The answer was refused: ${said.reason}`);
  } catch (error) {
    const untold = deed.went ? [] : deed.changes.map(({ key }) => ({ key, text: null }));
    await context.documents.write([before, ...untold]);
    throw error;
  }
}

/** Once a person and pull request; after that the reaction has to do. */
async function refusal(command: Command, context: CommandContext): Promise<Deed> {
  const { documents, comment } = context;
  const key = `${pullRequestPrefix(context)}refused/${encodeURIComponent(comment.author.toLowerCase())}`;
  const wasTold = (await documents.read([key])).has(key);
  if (wasTold) return { changes: [], start: null, reply: null, went: false };
  return {
    changes: [{ key, expected: null, text: NEEDED[command.kind] }],
    start: null,
    reply: notAllowedMarkdown(comment.author, NEEDED[command.kind]),
    went: false,
  };
}

function commentKey(context: CommandContext): string {
  return `${pullRequestPrefix(context)}comments/${context.comment.id}`;
}

/** How many commands of the comment were done before. */
async function doneOf(context: CommandContext): Promise<{ done: number; version: string | null }> {
  const key = commentKey(context);
  const stored = (await context.documents.read([key])).get(key);
  return stored === undefined ? { done: 0, version: null } : { done: Number(stored.text), version: stored.version };
}
