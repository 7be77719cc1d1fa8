// What a test does with an App on the fake GitHub: it is registered, installed, and taken away again.

import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { AppState, InstallationState } from './app-state.ts';
import type { FakeRepository } from './repository.ts';
import type { Permissions, World } from './world.ts';

/** An App as its operator knows it. */
export interface FakeApp {
  readonly id: number;
  readonly slug: string;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
}

/** What app.yml asks for. */
export const ASKED_FOR: Permissions = {
  contents: 'read',
  metadata: 'read',
  'pull-requests': 'write',
  checks: 'write',
  issues: 'write',
  actions: 'write',
};

export function registerApp(world: World, slug: string): FakeApp & { readonly state: AppState } {
  const id = world.nextId();
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const webhookSecret = randomBytes(20).toString('hex');
  const state = { id, slug, publicKey: createPublicKey(privateKey), webhookSecret };
  world.apps.set(id, state);
  return { id, slug, privateKey, webhookSecret, state };
}

export class FakeInstallation {
  readonly #world: World;
  readonly #state: InstallationState;

  constructor(world: World, state: InstallationState) {
    this.#world = world;
    this.#state = state;
  }

  get id(): number {
    return this.#state.id;
  }

  async add(...repositories: readonly FakeRepository[]): Promise<void> {
    for (const { state } of repositories) this.#state.repositories.add(state);
    await this.#change(repositories, []);
  }

  async remove(...repositories: readonly FakeRepository[]): Promise<void> {
    for (const { state } of repositories) this.#state.repositories.delete(state);
    await this.#change([], repositories);
  }

  /** Its tokens are worth nothing from now on, and it gets no new ones. */
  async suspend(): Promise<void> {
    this.#state.isSuspended = true;
    this.revokeTokens();
    await this.#tell('suspend');
  }

  async unsuspend(): Promise<void> {
    this.#state.isSuspended = false;
    await this.#tell('unsuspend');
  }

  async uninstall(): Promise<void> {
    this.#world.installations.delete(this.id);
    this.revokeTokens();
    await this.#tell('deleted');
  }

  revokeTokens(): void {
    for (const [value, { installation }] of this.#world.tokens) {
      if (installation === this.id) this.#world.tokens.delete(value);
    }
  }

  #tell(action: string): Promise<void> {
    return this.#world.tell({ kind: 'installation', action, installation: this.#state });
  }

  #change(added: readonly FakeRepository[], removed: readonly FakeRepository[]): Promise<void> {
    return this.#world.tell({
      kind: 'installation_repositories',
      installation: this.#state,
      added: added.map(({ state }) => state),
      removed: removed.map(({ state }) => state),
    });
  }
}
