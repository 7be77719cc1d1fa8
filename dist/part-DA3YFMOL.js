// src/core/report-parts.ts
var REPORT_SCHEMA_VERSION = 1;

export {
  REPORT_SCHEMA_VERSION
};
