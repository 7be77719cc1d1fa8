// Pull requests of a repository on GitHub, as they stand now.

import { ExpectedFailure } from '../errors.ts';
import { mayAtLeast, PERMISSIONS, type Permission, type PullRequest, type PullRequests } from '../ports/forge.ts';
import type { GitHubRepository } from './client.ts';
import { attempt, forgeFailure, isNotFound, isRefused } from './failures.ts';

/** Open pull requests that are looked through, the latest first, for one with a given head. */
const LOOKED_THROUGH = 1_000;
const A_PAGE = 100;

/** What both the list and a single pull request say of one. */
type Listed = Awaited<ReturnType<GitHubRepository['api']['rest']['pulls']['list']>>['data'][number];
type Told = Pick<Listed, 'number' | 'html_url' | 'state' | 'user'> & {
  readonly draft?: boolean | undefined;
  readonly labels: readonly { readonly name: string }[];
  readonly base: { readonly ref: string; readonly sha: string; readonly repo: { readonly full_name: string } };
  readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } | null };
};

export function openPullRequests(github: GitHubRepository): PullRequests {
  const { api, owner, repo } = github;
  const here = { owner, repo };

  async function permissionOf(login: string): Promise<Permission> {
    try {
      const { data } = await api.rest.repos.getCollaboratorPermissionLevel({ ...here, username: login });
      return permissionIn(data);
    } catch (error) {
      if (isNotFound(error) || isRefused(error)) return 'none'; // nobody's word counts that cannot be checked
      throw forgeFailure(error, `asking what ${login} may do in ${owner}/${repo}`);
    }
  }

  return {
    async read(number) {
      try {
        const { data } = await api.rest.pulls.get({ ...here, pull_number: number });
        return pullRequestOf(data);
      } catch (error) {
        if (!isNotFound(error)) throw forgeFailure(error, `reading the pull request ${owner}/${repo}#${number}`);
        throw new ExpectedFailure(
          'forge-not-found',
          `there is no pull request ${owner}/${repo}#${number}`,
          'Check its number; what is private needs a token that may read it.',
          { cause: error },
        );
      }
    },

    // The pull requests of a commit do not tell of those of forks, so all open ones are looked through.
    async withHead(revision, repository) {
      const isIt = ({ head }: Listed) => head.sha === revision && sameName(head.repo?.full_name, repository);
      const pages = api.paginate.iterator(api.rest.pulls.list, {
        ...here,
        state: 'open',
        sort: 'updated',
        direction: 'desc',
        per_page: A_PAGE,
      });
      return attempt(`looking for the pull request of ${revision.slice(0, 7)}`, async () => {
        let seen = 0;
        for await (const { data } of pages) {
          const found = data.find(isIt);
          if (found !== undefined) return pullRequestOf(found);
          seen += data.length;
          if (seen >= LOOKED_THROUGH) break;
        }
        return null;
      });
    },

    isMaintainer: async (login) => mayAtLeast(await permissionOf(login), 'write'),
    permissionOf,
  };
}

interface ToldPermission {
  /** `admin`, `write`, `read` or `none`: what lies between them counts as the lesser one. */
  readonly permission: string;
  /** The role's name, which may be one that the organisation made up. */
  readonly role_name?: string;
  readonly user: { readonly permissions?: Readonly<Partial<Record<string, boolean>>> } | null;
}

/** What is granted says it best; then the role; an Enterprise Server of some age knows the permission alone. */
function permissionIn({ permission, role_name: role, user }: ToldPermission): Permission {
  const granted = user?.permissions;
  const byGrant = granted && PERMISSIONS.find((one) => granted[GRANTS[one]] === true);
  return byGrant ?? PERMISSIONS.find((one) => one === role) ?? PERMISSIONS.find((one) => one === permission) ?? 'none';
}

/** What GitHub calls them where it lists them. */
const GRANTS: Readonly<Record<Permission, string>> = {
  admin: 'admin',
  maintain: 'maintain',
  write: 'push',
  triage: 'triage',
  read: 'pull',
  none: '',
};

function pullRequestOf({ number, html_url, state, draft, user, labels, base, head }: Told): PullRequest {
  const repository = head.repo?.full_name ?? null;
  const login = user?.login ?? 'ghost'; // GitHub's own name for whoever is gone
  return {
    number,
    url: html_url,
    state: state === 'open' ? 'open' : 'closed',
    isDraft: draft === true,
    author: { login, isBot: user?.type === 'Bot' || login.endsWith('[bot]') },
    labels: labels.map(({ name }) => name),
    base: { branch: base.ref, revision: base.sha },
    head: { revision: head.sha, repository },
    isFork: !sameName(repository, base.repo.full_name),
  };
}

function sameName(one: string | null | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
