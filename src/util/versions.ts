/** The version of dbt-core whose behaviour this engine has: `dbt_version` in templates and artifacts. */
export const DBT_VERSION = "1.12.6";

/** The version of this package. A test keeps it equal to package.json's. */
export const ENGINE_VERSION = "0.1.0";
