# Weights in a GGUF file as a folder that can be trained: dequantised, with a padding token that ends nothing.
# dequantise.py FILE OUT
import os
import sys

import torch
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

FOLDER, FILE = os.path.split(os.path.abspath(sys.argv[1]))
OUT = sys.argv[2]
tokenizer = AutoTokenizer.from_pretrained(FOLDER, gguf_file=FILE)
quantised = AutoModelForCausalLM.from_pretrained(FOLDER, gguf_file=FILE, dtype=torch.float32)
config = quantised.config
# such a model refuses to be saved: its weights go into a fresh one
if hasattr(config, "quantization_config"):
    del config.quantization_config
model = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
model.load_state_dict({name: weight.float() for name, weight in quantised.state_dict().items()}, strict=False)
model.tie_weights()
tokenizer.pad_token = "<|im_start|>"
model.config.pad_token_id = model.generation_config.pad_token_id = tokenizer.pad_token_id
model.generation_config.eos_token_id = tokenizer.eos_token_id
model.generation_config.do_sample = False
model.save_pretrained(OUT)
tokenizer.save_pretrained(OUT)
