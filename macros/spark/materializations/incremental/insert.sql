{# SQL of the strategies that add rows or replace partitions. The un-prefixed names are dbt-spark's: source first, then target. #}

{% macro get_insert_into_sql(source_relation, target_relation) -%}
  {%- do return(spark__insert_into_sql(source_relation, target_relation)) -%}
{%- endmacro %}

{% macro spark__insert_into_sql(source_relation, target_relation) -%}
{%- set columns = adapter.get_columns_in_relation(target_relation) | map(attribute='quoted') | join(', ') %}
    insert into table {{ target_relation }}
    select {{ columns }} from {{ source_relation }}
{%- endmacro %}


{% macro get_insert_overwrite_sql(source_relation, target_relation, existing_relation) -%}
  {%- do return(spark__insert_overwrite_sql(source_relation, target_relation, existing_relation.is_iceberg)) -%}
{%- endmacro %}

{#- Iceberg finds the partitions itself: they may be transforms, which a PARTITION clause cannot name. #}
{% macro spark__insert_overwrite_sql(source_relation, target_relation, is_iceberg) -%}
{%- set columns = adapter.get_columns_in_relation(target_relation) | map(attribute='quoted') | join(', ') %}
    insert overwrite {{ '' if is_iceberg else 'table ' }}{{ target_relation }}
    {{ '' if is_iceberg else partition_cols(label="partition") }}
    select {{ columns }} from {{ source_relation }}
{%- endmacro %}
