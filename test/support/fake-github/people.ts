// People and bots, and what they are to a repository.

import type { RepositoryState } from './world.ts';

/** A user or bot by login. */
export function userJson(login: string, origin: string) {
  const bot = login.endsWith('[bot]');
  return {
    login,
    id: idOf(login),
    node_id: `U_${idOf(login)}`,
    type: bot ? 'Bot' : 'User',
    html_url: bot ? `${origin}/apps/${login.slice(0, -'[bot]'.length)}` : `${origin}/${login}`,
    site_admin: false,
  };
}

/** The number of `github-actions[bot]` is the real one; others are made from the letters. */
export function idOf(login: string): number {
  if (login === 'github-actions[bot]') return 41_898_282;
  let id = 7;
  for (const letter of login) id = (id * 31 + (letter.codePointAt(0) ?? 0)) % 100_000_007;
  return id;
}

/** What somebody is to a repository, in GitHub's capitals. */
export function associationOf({ owner, people }: RepositoryState, login: string): string {
  if (login === owner) return 'OWNER';
  return people.has(login) ? 'COLLABORATOR' : 'NONE';
}
