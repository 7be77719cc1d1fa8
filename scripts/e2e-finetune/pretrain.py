# A small Llama from nothing on Java sources, with a tokenizer of their own: a base model where no other can be had.
# pretrain.py OUT STEPS bf16|fp32 JAVA_DIR...
import glob
import os
import random
import re
import sys
import time

import torch
from tokenizers import ByteLevelBPETokenizer
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

OUT, STEPS, PRECISION, FOLDERS = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:]
VOCABULARY, WINDOW, BATCH, RATE = 4096, 384, 8, 3e-3
EOS, PAD = 0, 1
HEADER = re.compile(r"\A\s*/\*.*?\*/\s*", re.S)
JAVADOC = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.S | re.M)

# Two threads that wait for each other cost more than they gain where a machine has other work.
torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
torch.manual_seed(1)
random.seed(1)
files = sorted(path for folder in FOLDERS for path in glob.glob(f"{folder}/**/*.java", recursive=True))
texts = []
for path in files:
    with open(path, encoding="utf8", errors="ignore") as file:
        text = JAVADOC.sub("", HEADER.sub("", file.read()))
    if 200 < len(text) < 200_000:
        texts.append(text)
random.shuffle(texts)

trained = ByteLevelBPETokenizer()
trained.train_from_iterator(
    texts, vocab_size=VOCABULARY, min_frequency=2, special_tokens=["<eos>", "<pad>"], show_progress=False
)
tokenizer = PreTrainedTokenizerFast(
    tokenizer_object=trained._tokenizer, eos_token="<eos>", pad_token="<pad>", model_max_length=1024
)
tokens = torch.tensor([token for text in texts for token in [*tokenizer(text).input_ids, EOS]])
model = LlamaForCausalLM(
    LlamaConfig(
        vocab_size=VOCABULARY,
        hidden_size=192,
        intermediate_size=512,
        num_hidden_layers=4,
        num_attention_heads=6,
        num_key_value_heads=6,
        max_position_embeddings=1024,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=EOS,
        pad_token_id=PAD,
    )
)
print(f"{len(texts)} files, {len(tokens)} tokens, {model.num_parameters() / 1e6:.1f} million parameters", flush=True)

optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, betas=(0.9, 0.95), weight_decay=0.1)
began, losses = time.time(), []
for step in range(STEPS):
    for group in optimizer.param_groups:
        group["lr"] = RATE * min(1, (step + 1) / 50) * max(0.05, 1 - step / STEPS)
    starts = torch.randint(0, len(tokens) - WINDOW, (BATCH,))
    batch = torch.stack([tokens[start : start + WINDOW] for start in starts])
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=PRECISION == "bf16"):
        loss = model(input_ids=batch, labels=batch).loss
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    losses.append(loss.item())
    if (step + 1) % 10 == 0 or step + 1 == STEPS:
        mean = sum(losses[-10:]) / len(losses[-10:])
        print(f"step {step + 1} of {STEPS}, loss {mean:.2f}, {time.time() - began:.0f} s", flush=True)

model.generation_config.do_sample = False
model.generation_config.eos_token_id = EOS
model.generation_config.pad_token_id = PAD
model.save_pretrained(OUT)
tokenizer.save_pretrained(OUT)
