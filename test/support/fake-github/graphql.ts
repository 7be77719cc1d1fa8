// Answers GraphQL queries about a repository's objects as GitHub does: errors come with status 200.

import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import type { BareGit, GitObject } from './bare-git.ts';
import { treeEntries } from './git-data.ts';
import { readCommit } from './git-facts.ts';
import { type Field, parseQuery, type Query, QuerySyntaxError, type Selection, type Value } from './graphql-query.ts';
import { ok, Refusal, type Reply } from './reply.ts';
import { type Asked, allows, bodyOf, route, visible } from './routes.ts';
import { isoTime, type RepositoryState } from './world.ts';

/** An object of the schema: its fields as functions of their arguments. */
interface Node {
  readonly type: string;
  readonly fields: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => unknown>>;
}

interface GraphError {
  readonly type?: string;
  readonly path: readonly string[];
  readonly message: string;
  readonly extensions?: unknown;
}

/** Ends one field with `null` and an error beside the data. */
class FieldFailed extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export const graphqlRoutes = [route('POST /graphql', answer)];

async function answer(asked: Asked): Promise<Reply> {
  if (asked.token === null) throw new Refusal(401, 'This endpoint requires you to be authenticated.');
  const schema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });
  const { query: text, variables } = bodyOf(asked, schema);
  try {
    const query = parseQuery(text);
    const run = new Execution(query, { ...Object.fromEntries(query.variables), ...variables });
    const data = await run.select(rootOf(asked), query.selection, []);
    return ok(
      run.invalid.length > 0
        ? { errors: run.invalid }
        : { data, ...(run.errors.length > 0 ? { errors: run.errors } : {}) },
    );
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    return ok({ errors: [{ path: [], message: error.message, extensions: { code: 'parseError' } }] });
  }
}

class Execution {
  /** What went wrong in finding values. */
  readonly errors: GraphError[] = [];
  /** What the schema does not know: no data is given then. */
  readonly invalid: GraphError[] = [];
  readonly #query: Query;
  readonly #variables: Readonly<Record<string, unknown>>;

  constructor(query: Query, variables: Readonly<Record<string, unknown>>) {
    this.#query = query;
    this.#variables = variables;
  }

  async select(node: Node, selection: readonly Selection[], path: readonly string[]): Promise<Record<string, unknown>> {
    const data: Record<string, unknown> = {};
    for (const each of selection) {
      if (each.kind === 'field') data[each.alias] = await this.#field(node, each, [...path, each.alias]);
      else {
        const fragment = each.kind === 'spread' ? this.#query.fragments.get(each.name) : each;
        if (fragment === undefined) throw new QuerySyntaxError(`Fragment was used, but not defined`);
        const fits = [null, node.type, 'GitObject', 'Node', 'Actor'].includes(fragment.on);
        if (fits) Object.assign(data, await this.select(node, fragment.selection, path));
      }
    }
    return data;
  }

  async #field(node: Node, field: Field, path: readonly string[]): Promise<unknown> {
    if (field.name === '__typename') return node.type;
    const resolve = node.fields[field.name];
    if (resolve === undefined) {
      const message = `Field '${field.name}' doesn't exist on type '${node.type}'`;
      this.invalid.push({ path: ['query', ...path], message, extensions: { code: 'undefinedField' } });
      return null;
    }
    const args = Object.entries(field.arguments).map(([name, value]) => [name, this.#valueOf(value)] as const);
    try {
      return await this.#complete(await resolve(Object.fromEntries(args)), field, path);
    } catch (error) {
      if (!(error instanceof FieldFailed)) throw error;
      this.errors.push({ type: error.type, path, message: error.message });
      return null;
    }
  }

  async #complete(value: unknown, field: Field, path: readonly string[]): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((each) => this.#complete(each, field, path)));
    if (!isNode(value)) return value ?? null;
    if (field.selection !== null) return this.select(value, field.selection, path);
    const message = `Field must have selections (field '${field.name}' returns ${value.type} but has no selections.)`;
    this.invalid.push({ path: ['query', ...path], message, extensions: { code: 'selectionMismatch' } });
    return null;
  }

  #valueOf(value: Value): unknown {
    if ('literal' in value) return value.literal;
    if (!(value.variable in this.#variables)) {
      throw new QuerySyntaxError(`Variable $${value.variable} is used by anonymous query but not declared`);
    }
    return this.#variables[value.variable];
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'fields' in value;

function rootOf(asked: Asked): Node {
  const login = asked.token?.login ?? '';
  return {
    type: 'Query',
    fields: {
      viewer: () => ({ type: 'User', fields: { login: () => login } }),
      rateLimit: () => ({ type: 'RateLimit', fields: { cost: () => 1 } }),
      repository: ({ owner, name }) => {
        const repository = visible(asked.world, asked.token, `${owner}/${name}`);
        if (repository === null) {
          throw new FieldFailed('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
        }
        return repositoryNode(asked, repository);
      },
    },
  };
}

function repositoryNode(asked: Asked, repository: RepositoryState): Node {
  const { git } = repository;
  const reading = <T>(read: () => T): T => {
    if (allows(asked.token, repository, [['contents', 'read']])) return read();
    throw new FieldFailed('FORBIDDEN', 'Resource not accessible by integration');
  };
  const ref = async (full: string): Promise<Node | null> => {
    const object = await git.object(full);
    if (object === null) return null;
    const name = full.replace(/^refs\/(heads|tags)\//, '');
    return { type: 'Ref', fields: { name: () => name, target: () => objectNode(asked, git, object) } };
  };
  return {
    type: 'Repository',
    fields: {
      id: () => `R_${repository.id}`,
      name: () => repository.name,
      nameWithOwner: () => repository.fullName,
      isPrivate: () => repository.isPrivate,
      defaultBranchRef: () => reading(() => ref(`refs/heads/${repository.defaultBranch}`)),
      ref: ({ qualifiedName }) =>
        reading(() =>
          ref(String(qualifiedName).startsWith('refs/') ? String(qualifiedName) : `refs/heads/${qualifiedName}`),
        ),
      object: ({ expression, oid }) =>
        reading(async () => {
          const object = await git.object(String(expression ?? oid));
          return object === null ? null : objectNode(asked, git, object);
        }),
    },
  };
}

function objectNode(asked: Asked, git: BareGit, object: GitObject): Node {
  const shared = { id: () => `O_${object.oid}`, oid: () => object.oid, abbreviatedOid: () => object.oid.slice(0, 7) };
  switch (object.type) {
    case 'blob':
      return {
        type: 'Blob',
        fields: { ...shared, ...blobFields(object.content, asked.world.limits.graphqlTextBytes) },
      };
    case 'tree':
      return { type: 'Tree', fields: { ...shared, entries: () => treeNodes(asked, git, object.oid) } };
    case 'commit':
      return {
        type: 'Commit',
        fields: {
          ...shared,
          committedDate: async () => isoTime((await readCommit(git, object.oid)).committer.at),
          authoredDate: async () => isoTime((await readCommit(git, object.oid)).author.at),
          message: async () => (await readCommit(git, object.oid)).message,
          tree: async () => found(asked, git, (await readCommit(git, object.oid)).tree),
        },
      };
    case 'tag':
      return { type: 'Tag', fields: { ...shared, target: () => found(asked, git, `${object.oid}^{}`) } };
    default:
      return object.type satisfies never;
  }
}

async function found(asked: Asked, git: BareGit, expression: string): Promise<Node | null> {
  const object = await git.object(expression);
  return object === null ? null : objectNode(asked, git, object);
}

async function treeNodes(asked: Asked, git: BareGit, tree: string): Promise<readonly Node[]> {
  const entries = await treeEntries(git, tree, false);
  return entries.map(({ path, mode, type, sha, size }) => ({
    type: 'TreeEntry',
    fields: {
      name: () => path,
      mode: () => Number.parseInt(mode, 8),
      type: () => type,
      oid: () => sha,
      size: () => size ?? 0,
      object: () => (type === 'commit' ? null : found(asked, git, sha)),
    },
  }));
}

/** A byte 0 near the beginning makes it binary, as in git; what is no UTF-8 is shown as if it were Latin-1. */
function blobFields(content: Buffer, most: number): Node['fields'] {
  const isBinary = content.subarray(0, 8_000).includes(0);
  const isTruncated = !isBinary && content.length > most;
  return {
    byteSize: () => content.length,
    isBinary: () => isBinary,
    isTruncated: () => isTruncated,
    text: () => (isBinary ? null : textOf(content, most)),
  };
}

function textOf(content: Buffer, most: number): string {
  if (!isUtf8(content)) return content.toString('latin1').slice(0, most);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content.subarray(0, most), { stream: true });
}
