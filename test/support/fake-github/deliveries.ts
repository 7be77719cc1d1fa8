// Webhooks: what happens on the fake GitHub is signed and posted to the App that is installed there.

import { createHmac, randomUUID } from 'node:crypto';
import { appJson, installationJson } from './app-routes.ts';
import type { AppState, Happening, InstallationState } from './app-state.ts';
import { checkRunFacts } from './checks.ts';
import { Events, type PullRequestAction } from './events.ts';
import { commentFacts } from './issues.ts';
import { userJson } from './people.ts';
import { FakePullRequest } from './pull-request.ts';
import { repositoryJson } from './repositories.ts';
import { FakeRepository } from './repository.ts';
import type { RepositoryState, World } from './world.ts';

export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Of each time that it was sent; `null`: no answer came. */
  readonly statuses: (number | null)[];
}

interface Target {
  readonly url: string;
  readonly secret: string;
}

/** GitHub waits no longer for an answer. */
const PATIENCE_MS = 10_000;

export class Deliveries {
  readonly all: Delivery[] = [];
  readonly #world: World;
  readonly #api: string;
  #target: Target | null = null;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(world: World) {
    this.#world = world;
    this.#api = `${world.origin}/api/v3`;
  }

  /** From now on; what happened before is not sent. */
  sendTo(target: Target): void {
    this.#target = target;
  }

  /** Tells the App of it, if it is installed there; resolves when the payload is made, and not only when it is answered. */
  async tell(happening: Happening): Promise<void> {
    if (this.#target === null) return;
    for (const installation of this.#concerned(happening)) {
      const { event, payload } = await this.#payload(happening, installation);
      const account = installationJson(installation, this.#world.origin);
      const isAbout = happening.kind === 'installation' || happening.kind === 'installation_repositories';
      this.send(event, { ...payload, installation: isAbout ? account : { id: installation.id } });
    }
  }

  /** Sends whatever payload, signed. */
  send(event: string, payload: Readonly<Record<string, unknown>>): Delivery {
    const delivery: Delivery = { id: randomUUID(), event, payload, statuses: [] };
    this.all.push(delivery);
    this.redeliver(delivery);
    return delivery;
  }

  /** The same once more, under the same id. */
  redeliver(delivery: Delivery): Promise<number | null> {
    const sent = this.#post(delivery);
    this.#underWay.add(sent);
    return sent.finally(() => this.#underWay.delete(sent));
  }

  /** Every delivery has been answered. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #post({ id, event, payload, statuses }: Delivery): Promise<number | null> {
    if (this.#target === null) throw new Error('nobody waits for webhooks');
    const { url, secret } = this.#target;
    const body = JSON.stringify(payload);
    const status = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'GitHub-Hookshot/fake',
        'x-github-delivery': id,
        'x-github-event': event,
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => null,
    );
    statuses.push(status);
    return status;
  }

  #concerned(happening: Happening): readonly InstallationState[] {
    if ('installation' in happening) return [happening.installation];
    const { repository } = happening;
    return [...this.#world.installations.values()].filter(
      (each) => !each.isSuspended && each.repositories.has(repository) && isTold(happening, each.app),
    );
  }

  async #payload(happening: Happening, installation: InstallationState) {
    const { origin } = this.#world;
    const events = new Events(this.#world, this.#api);
    const api = this.#api;
    const about = (repository: RepositoryState, sender: string) => ({
      repository: repositoryJson(repository, origin, api),
      sender: userJson(sender, origin),
    });
    const listed = ({ id, name, fullName, isPrivate }: RepositoryState) => ({
      id,
      node_id: `R_${id}`,
      name,
      full_name: fullName,
      private: isPrivate,
    });
    const { kind } = happening;
    switch (happening.kind) {
      case 'pull_request': {
        const repository = new FakeRepository(this.#world, happening.repository);
        const pull = new FakePullRequest(this.#world, repository, happening.pull);
        const { label, before, sender } = happening;
        const facts = { ...(label && { label }), ...(before && { before }), ...(sender && { sender }) };
        return { event: kind, payload: events.pullRequest(happening.action as PullRequestAction, pull, facts).payload };
      }
      case 'push': {
        const repository = new FakeRepository(this.#world, happening.repository);
        return { event: kind, payload: (await events.push(repository, happening.branch, happening.before)).payload };
      }
      case 'issue_comment': {
        const { action, repository, comment } = happening;
        const place = { repository, world: this.#world, here: `${api}/repos/${repository.fullName}` };
        return {
          event: kind,
          payload: { action, ...commentFacts(place, comment), ...about(repository, comment.author) },
        };
      }
      case 'check_run': {
        const { action, repository, run, identifier, by } = happening;
        const place = { repository, world: this.#world, here: `${api}/repos/${repository.fullName}` };
        const pressed = identifier === undefined ? {} : { requested_action: { identifier } };
        return {
          event: kind,
          payload: { action, check_run: checkRunFacts(place, run), ...pressed, ...about(repository, by) },
        };
      }
      case 'check_suite': {
        const { repository, head, by } = happening;
        const pulls = [...repository.pulls.values()]
          .filter((pull) => pull.headSha === head && pull.headRepository === repository)
          .map(({ issue }) => ({ number: issue.number, base: { repo: { id: repository.id } } }));
        const suite = { id: 1, head_sha: head, pull_requests: pulls, app: appJson(installation.app, origin) };
        return { event: kind, payload: { action: 'rerequested', check_suite: suite, ...about(repository, by) } };
      }
      case 'repository':
        return {
          event: kind,
          payload: { action: happening.action, ...about(happening.repository, happening.repository.owner) },
        };
      case 'installation': {
        const repositories = [...installation.repositories].map(listed);
        return {
          event: kind,
          payload: { action: happening.action, repositories, sender: userJson(installation.account, origin) },
        };
      }
      case 'installation_repositories': {
        const [added, removed] = [happening.added.map(listed), happening.removed.map(listed)];
        return {
          event: kind,
          payload: {
            action: added.length > 0 ? 'added' : 'removed',
            repository_selection: 'selected',
            repositories_added: added,
            repositories_removed: removed,
            sender: userJson(installation.account, origin),
          },
        };
      }
      default:
        return happening satisfies never;
    }
  }
}

/** Of a check run that is asked for again, or whose button is pressed, GitHub tells the App that made it. */
function isTold(happening: Happening, app: AppState): boolean {
  return happening.kind !== 'check_run' || happening.run.app === `${app.slug}[bot]`;
}
