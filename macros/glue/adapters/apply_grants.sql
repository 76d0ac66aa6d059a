{# Grants on Glue are Lake Formation's: Spark has no GRANT there. An engine without Lake Formation says that it skips them. #}

{% macro glue__apply_grants(relation, grant_config, should_revoke=True) %}
  {%- do _check_grant_config(grant_config or {}) -%}
  {%- if grant_config -%}
    {%- do adapter.set_grants(relation, grant_config, should_revoke) -%}
  {%- endif -%}
{% endmacro %}


{% macro _check_grant_config(grant_config) %}
  {%- for privilege, grantees in grant_config.items() -%}
    {%- for grantee in grantees -%}
      {%- if grantees is string or grantee is not string -%}
        {%- do exceptions.raise_compiler_error(
          "The config grants has a list of names under each privilege; under '" ~ privilege ~ "' it has: " ~ grantees
        ) -%}
      {%- endif -%}
    {%- endfor -%}
  {%- endfor -%}
{% endmacro %}
