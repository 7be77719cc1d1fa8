// Whatever a model's server put into its answers, no key is said on a forge.

import { expect, test } from 'vitest';
import { maskedForge } from '../../src/compose/masked-forge.ts';
import type { Forge, Said } from '../../src/ports/forge.ts';
import { Secrets } from '../../src/secrets.ts';

const KEY = 'sk-live-1234567890';
const NOTHING: Said = { kind: 'nothing' };

test('everything that is said is masked, and nothing else is changed', async () => {
  const heard: unknown[] = [];
  const hears = async (...said: unknown[]) => {
    heard.push(said);
    return NOTHING;
  };
  const unasked = () => Promise.reject(new Error('nobody asks'));
  const forge: Forge = {
    pullRequests: { read: unasked, withHead: unasked, isMaintainer: unasked, permissionOf: unasked },
    comments: { put: hears },
    checkRuns: { begin: hears, conclude: hears, abandon: hears },
    replies: { react: hears, reply: hears },
    trackingIssue: { open: hears, close: hears },
    dispatches: { workflow: hears, repository: hears },
  };
  const secrets = new Secrets({ KEY });
  secrets.read('KEY');
  const masked = maskedForge(forge, (text) => secrets.mask(text));

  const annotation = { path: 'Tax.java', line: 3, title: `t ${KEY}`, message: `m ${KEY}` };
  const conclusion = { revision: 'r', name: 'n', conclusion: 'neutral', title: KEY, summary: `s ${KEY}` } as const;
  await masked.comments.put(7, 'billing', `the model wrote ${KEY}`, { ifThere: true });
  await masked.checkRuns.conclude({ ...conclusion, annotations: [annotation] });
  await masked.checkRuns.abandon({ revision: 'r', name: 'n', title: `t ${KEY}`, summary: `s ${KEY}` });
  await masked.trackingIssue.open('billing', { title: `t ${KEY}`, body: `b ${KEY}` });
  await masked.trackingIssue.close('billing', `c ${KEY}`);
  await masked.dispatches.workflow('retrain.yml', 'main', { note: KEY });
  await masked.dispatches.repository('stale', { facts: { note: KEY, methods: 2079, known: true, none: null } });

  expect(JSON.stringify(heard)).not.toContain(KEY);
  expect(heard).toEqual([
    [7, 'billing', 'the model wrote [secret]', { ifThere: true }],
    [
      {
        ...conclusion,
        title: '[secret]',
        summary: 's [secret]',
        annotations: [{ ...annotation, title: 't [secret]', message: 'm [secret]' }],
      },
    ],
    [{ revision: 'r', name: 'n', title: 't [secret]', summary: 's [secret]' }],
    ['billing', { title: 't [secret]', body: 'b [secret]' }],
    ['billing', 'c [secret]'],
    ['retrain.yml', 'main', { note: '[secret]' }],
    ['stale', { facts: { note: '[secret]', methods: 2079, known: true, none: null } }],
  ]);
});
