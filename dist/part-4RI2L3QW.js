import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/cli/sample.ts
function sampleFromFlags({ protocol, outputDir, sample, seed = "1" }) {
  if (sample === void 0) return null;
  if (protocol !== "in-place" || outputDir !== void 0) {
    throw new ExpectedFailure(
      "bad-setting",
      `--sample cannot be had ${outputDir === void 0 ? "when all bodies are erased at once" : "with --output-dir"}`,
      "It is for --protocol in-place without --output-dir: methods that are not drawn are not written again."
    );
  }
  return sampleOf(sample, seed);
}
function sampleOf(sample, seed = "1") {
  return { size: wholeNumber("--sample", sample, 1), seed: wholeNumber("--seed", seed, 0) };
}
function wholeNumber(flag, text, least) {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && Number.isSafeInteger(number)) return number;
  throw new ExpectedFailure(
    "bad-setting",
    `${flag} does not take ${JSON.stringify(text)}`,
    `It is a whole number from ${least}.`
  );
}

export {
  sampleFromFlags,
  sampleOf,
  wholeNumber
};
