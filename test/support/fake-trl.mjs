#!/usr/bin/env node
// A program that behaves as `trl sft --config FILE` does: the same lines, bars, checkpoints and endings. FAKE_TRL, a JSON text,
// says what goes wrong: { "at": step, "with": "…" }; { "holdAt": step, "gate": file } waits there until that file is.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [command, flag, file] = process.argv.slice(2);
if (command !== 'sft' || flag !== '--config') throw new Error('this is not how trl sft is run');
const settings = Object.fromEntries(
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, name, value] = /^(\w+): (.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, /^[\d.]+$/.test(value) ? Number(value) : value.replace(/^"|"$/g, '')]];
    }),
);
const fault = JSON.parse(process.env.FAKE_TRL ?? '{}');
const { output_dir: output, num_train_epochs: epochs, logging_steps: every } = settings;
const lines = (split) => {
  const path = join(settings.dataset_name, `${split}.jsonl`);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0;
};
const train = lines('train');
const anEpoch = Math.ceil(train / 8);
const steps = anEpoch * epochs;
const checkpoint = settings.resume_from_checkpoint;
let step =
  checkpoint === undefined ? 0 : JSON.parse(readFileSync(join(checkpoint, 'trainer_state.json'), 'utf8')).global_step;

const bar = (done) =>
  process.stderr.write(
    `\r${String(Math.floor((100 * done) / steps)).padStart(3)}%|${'█'.repeat(3)}       | ${done}/${steps} [00:0${done % 10}<00:02,  1.20it/s]`,
  );
const told = (fields) => {
  const quoted = Object.entries(fields).map(([name, value]) => `'${name}': '${value}'`);
  process.stdout.write(`\r                    \r{${quoted.join(', ')}}\n`);
};
const save = (folder) => {
  mkdirSync(folder, { recursive: true });
  const isAdapter = settings.use_peft === 'true';
  writeFileSync(
    join(folder, isAdapter ? 'adapter_model.safetensors' : 'model.safetensors'),
    `weights after ${step} steps`,
  );
  writeFileSync(
    join(folder, isAdapter ? 'adapter_config.json' : 'config.json'),
    JSON.stringify({ r: settings.lora_r ?? 0 }),
  );
  writeFileSync(join(folder, 'tokenizer.json'), '{}');
};

process.stderr.write(`Generating train split: ${train} examples [00:00, 9000.00 examples/s]\n`);
process.stderr.write(
  `\rTokenizing train dataset: 100%|██████████| ${train}/${train} [00:00<00:00, 900.00 examples/s]\n`,
);
begin();
bar(step);
while (step < steps) {
  step += 1;
  bar(step);
  const epoch = Number((step / anEpoch).toPrecision(4));
  if (step % every === 0) {
    const loss = fault.with === 'nan' && step >= fault.at ? 'nan' : (2 / (1 + step / anEpoch)).toPrecision(4);
    told({ loss, grad_norm: '1.203', learning_rate: '2e-05', entropy: '1.255', num_tokens: '1437', epoch });
  }
  if (step === fault.at) goWrong();
  while (step === fault.holdAt && !existsSync(fault.gate)) await sleep(10);
  if (step % anEpoch === 0) {
    if (settings.eval_strategy === 'epoch') {
      if (lines(settings.dataset_test_split) === 0) throw new Error(`KeyError: '${settings.dataset_test_split}'`);
      process.stderr.write(`\r 50%|█████     | 1/2 [00:00<00:00,  9.00it/s]`);
      told({ eval_loss: (2.2 / (1 + epoch)).toPrecision(4), eval_runtime: '0.4', epoch });
    }
    const folder = join(output, `checkpoint-${step}`);
    save(folder);
    writeFileSync(join(folder, 'trainer_state.json'), JSON.stringify({ global_step: step, epoch, max_steps: steps }));
  }
}
told({ train_runtime: '12.3', train_loss: '1.1', epoch: epochs });
process.stdout.write('✅ Training completed.\n');
if (fault.with === 'killed-before-saving') process.kill(process.pid, 'SIGKILL');
save(output);
process.stdout.write(`💾 Model saved to ${output}.\n`);

function begin() {
  if (fault.with === 'no-package') fail("ModuleNotFoundError: No module named 'peft'");
  if (fault.with === 'no-model') {
    fail(
      `OSError: ${settings.model_name_or_path} is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'`,
    );
  }
  if (fault.with === 'no-gpu')
    fail(
      "ValueError: Your setup doesn't support bf16/gpu. You need to assign use_cpu if you want to train the model on CPU.",
    );
}

function goWrong() {
  switch (fault.with) {
    case 'cuda-memory':
      return fail(
        'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 7.79 GiB',
      );
    case 'cpu-memory':
      return fail(
        "RuntimeError: [enforce fail at alloc_cpu.cpp:121] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 8589934592 bytes. Error code 12 (Cannot allocate memory)",
      );
    case 'python-memory':
      return fail('MemoryError');
    case 'killed-child':
      return fail('', "subprocess.CalledProcessError: Command '['python', 'sft.py']' died with <Signals.SIGKILL: 9>.");
    case 'disk':
      return fail(
        'safetensors._safetensors_rust.SafetensorError: Error while serializing: I/O error: No space left on device (os error 28)',
      );
    case 'something':
      return fail('ValueError: Sequence of 1 is too short for \u001b[31ma window');
    case 'killed':
      return process.kill(process.pid, 'SIGKILL');
    default:
  }
}

/** As accelerate’s launcher adds a trace of its own. */
function fail(
  error,
  launcher = `subprocess.CalledProcessError: Command '['${basename(process.argv[1])}']' returned non-zero exit status 1.`,
) {
  process.stderr.write(
    `\nTraceback (most recent call last):\n  File "sft.py", line 113, in main\n${error}\nTraceback (most recent call last):\n${launcher}\n`,
  );
  process.exit(1);
}
