#!/usr/bin/env node
// CommonJS on purpose: libuv reads UV_THREADPOOL_SIZE when the pool starts, and the ESM loader starts it.
// DuckDB queries hold pool threads for as long as they run, so the default of 4 would stall file access.
process.env.UV_THREADPOOL_SIZE ??= "16";
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

import("../dist/cli.js").then(({ main }) => main(process));
