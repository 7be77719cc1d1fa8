import {
  modelName,
  trainedAt
} from "./part-Y2ATTVYL.js";

// src/report/model-words.ts
var ASIS = (text) => text;
function modelInWords(card, quote = ASIS) {
  return `${quote(modelName(card))}, ${trainedAt(card, quote)}`;
}
function isShadow(card) {
  return card !== null && card.shadow !== null;
}
function theModel(card) {
  return isShadow(card) ? "the shadow" : "the model";
}
function shadowSentence(card, quote = ASIS) {
  if (!isShadow(card)) return null;
  const { of } = card.shadow;
  const own = of === null ? "the project’s own model" : quote(of);
  return `A shadow is the embedded model, trained at the revision that ${own} was trained at: it shows how far the code has moved since then, and is no score of ${of === null ? "that model" : own}.`;
}

export {
  modelInWords,
  isShadow,
  theModel,
  shadowSentence
};
