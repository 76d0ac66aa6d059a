{# DDL that replaces one relation by another, in the safest way that both allow. #}

{% macro get_replace_sql(existing_relation, target_relation, sql) -%}
  {%- do log("Applying REPLACE to: " ~ existing_relation) -%}
  {%- do return(adapter.dispatch("get_replace_sql", "dbt")(existing_relation, target_relation, sql)) -%}
{%- endmacro %}

{% macro default__get_replace_sql(existing_relation, target_relation, sql) -%}
  {#- one statement, where there is one -#}
  {%- if existing_relation.type == target_relation.type and existing_relation.can_be_replaced -%}
    {%- if existing_relation.is_view -%}
      {%- do return(get_replace_view_sql(target_relation, sql)) -%}
    {%- elif existing_relation.is_table -%}
      {%- do return(get_replace_table_sql(target_relation, sql)) -%}
    {%- elif existing_relation.is_materialized_view -%}
      {%- do return(get_replace_materialized_view_sql(target_relation, sql)) -%}
    {%- endif -%}
  {%- endif -%}

  {#- else build beside the old one if the new one can be renamed, and keep the old one aside if it can be -#}
  {%- set beside, aside = target_relation.can_be_renamed, existing_relation.can_be_renamed -%}
  {%- set steps = [] -%}
  {%- if beside -%}{%- do steps.append(get_create_intermediate_sql(target_relation, sql)) -%}{%- endif -%}
  {%- do steps.append(get_create_backup_sql(existing_relation) if aside else get_drop_sql(existing_relation)) -%}
  {%- do steps.append(get_rename_intermediate_sql(target_relation) if beside else get_create_sql(target_relation, sql)) -%}
  {%- if aside -%}{%- do steps.append(get_drop_backup_sql(existing_relation)) -%}{%- endif -%}
  {{ steps | join(';\n') }}
{%- endmacro %}
