{# Grants on Glue are Lake Formation's. Where the engine has no GRANT statement the config is checked, and said to be skipped. #}

{% macro glue__apply_grants(relation, grant_config, should_revoke=True) %}
  {%- if grant_config and not adapter.can_grant() -%}
    {%- do log("The grants on " ~ relation.render() ~ " are skipped: this engine has no grants.", info=True) -%}
  {%- else -%}
    {%- do return(default__apply_grants(relation, grant_config, should_revoke)) -%}
  {%- endif -%}
{% endmacro %}
