{# The `grants` config: compare what is granted with what is wanted, then revoke and grant. #}

{% macro copy_grants() %}
  {%- do return(adapter.dispatch("copy_grants", "dbt")()) -%}
{% endmacro %}

{#- Does a replaced relation keep its grants? Assume so: at worst that costs one look at them. #}
{% macro default__copy_grants() %}
  {%- do return(true) -%}
{% endmacro %}


{% macro support_multiple_grantees_per_dcl_statement() %}
  {%- do return(adapter.dispatch("support_multiple_grantees_per_dcl_statement", "dbt")()) -%}
{% endmacro %}

{% macro default__support_multiple_grantees_per_dcl_statement() %}
  {%- do return(true) -%}
{% endmacro %}


{#- May grants from before still be on the relation, so that they must be looked at? #}
{% macro should_revoke(existing_relation, full_refresh_mode=True) %}
  {%- if not existing_relation -%}
    {%- do return(false) -%}
  {%- endif -%}
  {%- do return(copy_grants() if full_refresh_mode else true) -%}
{% endmacro %}


{% macro get_show_grant_sql(relation) %}
  {%- do return(adapter.dispatch("get_show_grant_sql", "dbt")(relation)) -%}
{% endmacro %}

{% macro default__get_show_grant_sql(relation) -%}
  show grants on {{ relation.render() }}
{%- endmacro %}


{% macro get_grant_sql(relation, privilege, grantees) %}
  {%- do return(adapter.dispatch("get_grant_sql", "dbt")(relation, privilege, grantees)) -%}
{% endmacro %}

{% macro default__get_grant_sql(relation, privilege, grantees) -%}
  grant {{ privilege }} on {{ relation.render() }} to {{ grantees | join(', ') }}
{%- endmacro %}


{% macro get_revoke_sql(relation, privilege, grantees) %}
  {%- do return(adapter.dispatch("get_revoke_sql", "dbt")(relation, privilege, grantees)) -%}
{% endmacro %}

{% macro default__get_revoke_sql(relation, privilege, grantees) -%}
  revoke {{ privilege }} on {{ relation.render() }} from {{ get_quoted_csv(grantees) }}
{%- endmacro %}


{% macro get_dcl_statement_list(relation, grant_config, get_dcl_macro) %}
  {%- do return(adapter.dispatch("get_dcl_statement_list", "dbt")(relation, grant_config, get_dcl_macro)) -%}
{% endmacro %}

{% macro default__get_dcl_statement_list(relation, grant_config, get_dcl_macro) %}
  {%- set together = support_multiple_grantees_per_dcl_statement() -%}
  {%- set statements = [] -%}
  {%- for privilege, grantees in grant_config.items() -%}
    {%- for group in ([grantees] if together else grantees | batch(1)) if group -%}
      {%- do statements.append(get_dcl_macro(relation, privilege, group)) -%}
    {%- endfor -%}
  {%- endfor -%}
  {%- do return(statements) -%}
{% endmacro %}


{% macro call_dcl_statements(dcl_statement_list) %}
  {%- do return(adapter.dispatch("call_dcl_statements", "dbt")(dcl_statement_list)) -%}
{% endmacro %}

{% macro default__call_dcl_statements(dcl_statement_list) %}
  {%- call statement('grants') -%}
    {{ dcl_statement_list | join(';\n') }};
  {%- endcall -%}
{% endmacro %}


{% macro apply_grants(relation, grant_config, should_revoke) %}
  {%- do return(adapter.dispatch("apply_grants", "dbt")(relation, grant_config, should_revoke)) -%}
{% endmacro %}

{% macro default__apply_grants(relation, grant_config, should_revoke=True) %}
  {%- if grant_config -%}
    {%- set wanted, unwanted = grant_config, {} -%}
    {%- if should_revoke -%}
      {%- set current = adapter.standardize_grants_dict(run_query(get_show_grant_sql(relation))) -%}
      {%- set wanted = diff_of_two_dicts(grant_config, current) -%}
      {%- set unwanted = diff_of_two_dicts(current, grant_config) -%}
    {%- endif -%}

    {%- set statements = get_dcl_statement_list(relation, unwanted, get_revoke_sql)
                       + get_dcl_statement_list(relation, wanted, get_grant_sql) -%}
    {%- if statements -%}
      {%- do call_dcl_statements(statements) -%}
    {%- else -%}
      {%- do log("The grants on " ~ relation.render() ~ " are as configured.") -%}
    {%- endif -%}
  {%- endif -%}
{% endmacro %}
