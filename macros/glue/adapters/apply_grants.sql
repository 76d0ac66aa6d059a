{# Grants on Glue are Lake Formation's. Where the engine has no GRANT statement the config is checked, and said to be skipped. #}

{% macro glue__apply_grants(relation, grant_config, should_revoke=True) %}
  {%- do _check_grant_config(grant_config or {}) -%}
  {%- if grant_config and not adapter.can_grant() -%}
    {%- do log("The grants on " ~ relation.render() ~ " are skipped: this engine has no grants.", info=True) -%}
  {%- else -%}
    {%- do return(default__apply_grants(relation, grant_config, should_revoke)) -%}
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
