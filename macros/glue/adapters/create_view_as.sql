{# Views on Glue: real views over every format. #}

{% macro glue__create_view_as(relation, sql) -%}
  {%- do return(spark__create_view_as(relation, add_iceberg_timestamp_column(sql))) -%}
{%- endmacro %}


{#- Creates a view at once, with Lake Formation's tags and filters. #}
{% macro glue__create_view(relation, sql) %}
  {%- call statement('create_view', auto_begin=false) -%}
    {{ create_view_as(relation, sql) }}
  {%- endcall -%}
  {%- do glue__after_build(relation) -%}
{% endmacro %}


{#- The body of the view materialization. Spark replaces views by views only: a table stays until the view that takes its place is made. #}
{% macro create_or_replace_view() %}
  {%- set target_relation = this.incorporate(type='view') -%}
  {%- set existing_relation = _existing_relation() -%}
  {%- do run_hooks(pre_hooks) -%}

  {%- set staged = _staged_relation(existing_relation, target_relation) -%}
  {%- if not staged and existing_relation is not none and existing_relation.is_table -%}
    {%- do handle_existing_table(should_full_refresh(), existing_relation) -%}
  {%- endif -%}
  {%- call statement('main') -%}
    {{ get_create_view_as_sql(staged or target_relation, sql) }}
  {%- endcall -%}
  {%- if staged -%}{%- do adapter.replace_relation(staged, target_relation) -%}{%- endif -%}

  {%- set was_view = existing_relation is not none and existing_relation.is_view -%}
  {%- do apply_grants(target_relation, config.get('grants'), should_revoke(was_view, full_refresh_mode=True)) -%}
  {%- do _after_build(target_relation) -%}
  {%- do run_hooks(post_hooks) -%}
  {%- do return({'relations': [target_relation]}) -%}
{% endmacro %}
