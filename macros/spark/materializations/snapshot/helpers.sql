{# Spark's SQL for the parts of a snapshot. #}

{% macro spark__snapshot_hash_arguments(args) -%}
  {%- set texts = [] -%}
  {%- for arg in args -%}
    {%- do texts.append("coalesce(cast(" ~ arg ~ " as string), '')") -%}
  {%- endfor -%}
  md5({{ texts | join(" || '|' || ") }})
{%- endmacro %}


{% macro spark__snapshot_string_as_time(timestamp) -%}
  {%- do return("to_timestamp('" ~ timestamp ~ "')") -%}
{%- endmacro %}


{% macro spark__snapshot_merge_sql(target, source, insert_cols) -%}
  {%- do return(default__snapshot_merge_sql(target, source, insert_cols)) -%}
{%- endmacro %}


{% macro spark_build_snapshot_staging_table(strategy, sql, target_relation) %}
  {%- set staging_relation = make_temp_relation(target_relation) -%}
  {%- call statement('build_snapshot_staging_relation') -%}
    {{ create_temporary_view(staging_relation, snapshot_staging_table(strategy, sql, target_relation)) }}
  {%- endcall -%}
  {%- do return(staging_relation) -%}
{% endmacro %}


{#- The staging view ends with the lane. #}
{% macro spark__post_snapshot(staging_relation) %}
{% endmacro %}


{% macro spark__create_columns(relation, columns) %}
  {%- if columns -%}
    {%- call statement() -%}
      alter table {{ relation }} add columns ({{ _column_definitions(columns) }})
    {%- endcall -%}
  {%- endif -%}
{% endmacro %}
