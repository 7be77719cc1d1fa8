// What every job needs around it: the language, a progress that nobody watches, a signal that nobody raises.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { composeLanguages, composeTraining } from '../../src/compose.ts';
import { environmentFrom } from '../../src/config.ts';
import { bodyOf, type ParsedSource } from '../../src/core/unit.ts';
import { train } from '../../src/jobs/train.ts';
import type { CodeModel, SourceTree } from '../../src/ports.ts';
import { temporaryFolder } from './scratch-repository.ts';
