/** The dbt version whose behaviour this engine has: `dbt_version`, and what packages ask for. */
export const DBT_VERSION = "1.12.6";
