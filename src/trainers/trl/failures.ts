// What made `trl sft` end, told from what it printed: memory, disk, packages, the base model.

import { outsideLine } from '../../core/outside-text.ts';
import { ExpectedFailure } from '../../errors.ts';

export interface Ending {
  /** Of the program; `null` when it was ended together with whoever waited for it. */
  readonly exitCode: number | null;
  /** The last that was printed. */
  readonly said: string;
  /** Where all of it stands. */
  readonly log: string;
  /** The list of packages that the trainer needs. */
  readonly requirements: string;
}

/** What a system does when memory runs out, and what Python, PyTorch and CUDA say of it. */
const MEMORY =
  /OutOfMemoryError|CUDA out of memory|DefaultCPUAllocator|^MemoryError|\bMemoryError\b|std::bad_alloc|Cannot allocate memory|not enough memory|MPS backend out of memory/m;
const KILLED = /died with <Signals\.SIGKILL: 9>|Signal 9 \(SIGKILL\)|exitcode\s*:\s*-9/;
const DISK = /No space left on device|\[Errno 28\]|Disk quota exceeded|\[Errno 122\]/;
const PACKAGE =
  /(?:ModuleNotFoundError: No module named|ImportError: .*?(?:requires|needs|install)[^\n]*?) '?([\w.-]+)/;
const NO_MODEL =
  /is not a local folder and is not a valid model identifier|RepositoryNotFoundError|GatedRepoError|LocalEntryNotFoundError|couldn't connect to '?https|does not appear to have (?:a|any) file/i;
const NO_GPU = /doesn't support bf16\/gpu|use_cpu/;
const EXIT_OF_SIGKILL = 137;
const EXIT_NOT_FOUND = 127;

const AGAIN = 'The same command goes on from the last checkpoint.';

export function failureOf(ending: Ending): ExpectedFailure {
  const { exitCode, said, log, requirements } = ending;
  if (DISK.test(said)) {
    return new ExpectedFailure('disk-full', 'the disk is full: the training stopped', `Free some space. ${AGAIN}`);
  }
  if (MEMORY.test(said)) return outOfMemory('the training ran out of memory');
  if (exitCode === EXIT_OF_SIGKILL || KILLED.test(said)) {
    return outOfMemory('the training was killed (SIGKILL), as a system does with what takes all its memory');
  }
  if (exitCode === EXIT_NOT_FOUND) return trainerMissing('the program `trl` cannot be run', requirements);
  const [, module] = PACKAGE.exec(said) ?? [];
  if (module !== undefined) return trainerMissing(`trl lacks a package: ${outsideLine(module, null)}`, requirements);
  if (NO_MODEL.test(said))
    return failed(
      'the base model cannot be had',
      telling(said),
      'Check --base-model: a folder of weights, or a name at the hub, which has to be reached.',
    );
  if (NO_GPU.test(said) && /bf16/.test(said)) {
    return failed(
      'there is no GPU that trains in bfloat16',
      telling(said),
      'To train on the processor, say `use_cpu: true` in a YAML file for --config.',
    );
  }
  if (exitCode === null) {
    return failed('the training was ended from outside', telling(said), AGAIN);
  }
  return failed(`trl ended with exit code ${exitCode}`, telling(said), `All that it said stands in ${log}. ${AGAIN}`);
}

/** `at`: the step. */
export function lossIsNoNumber(at: number): ExpectedFailure {
  return new ExpectedFailure(
    'training-failed',
    `the loss is no number any more at step ${at}: the training was stopped`,
    'Lower the learning rate (`learning_rate` in a YAML file for --config, such as a tenth of it), and name another --output-dir.',
  );
}

export function trainerMissing(what: string, requirements: string): ExpectedFailure {
  return new ExpectedFailure(
    'trainer-missing',
    what,
    `Install it with \`pip install -r ${requirements}\`, and name it with --trl where it is not in PATH.`,
  );
}

function outOfMemory(what: string): ExpectedFailure {
  return new ExpectedFailure(
    'training-failed',
    what,
    'In a YAML file for --config lower per_device_train_batch_size (and raise gradient_accumulation_steps as much), then max_length; or take --method lora or qlora, or a smaller base model.',
  );
}

function failed(what: string, why: string, remedy: string): ExpectedFailure {
  return new ExpectedFailure('training-failed', why === '' ? what : `${what}: ${why}`, remedy);
}

/** The line that names the error, which stack traces bury: of the first trace, since a launcher adds its own. */
function telling(said: string): string {
  const lines = said.split(/[\r\n]+/);
  const errors = lines.filter((line) => /^[\w.]*(Error|Exception)\b/.test(line));
  const own = errors.find((line) => !line.includes('CalledProcessError'));
  return outsideLine(own ?? errors[0] ?? '', null, 300);
}
