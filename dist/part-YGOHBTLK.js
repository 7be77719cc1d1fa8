// src/errors.ts
var ExpectedFailure = class extends Error {
  code;
  remedy;
  constructor(code, message, remedy, options) {
    super(message, options);
    this.name = "ExpectedFailure";
    this.code = code;
    this.remedy = remedy;
  }
};
function systemErrorCode(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}

export {
  ExpectedFailure,
  systemErrorCode
};
