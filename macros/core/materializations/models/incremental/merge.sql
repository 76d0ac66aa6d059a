{# SQL of the strategies that change rows: merge, delete+insert, and insert_overwrite by merge. #}

{% macro get_merge_sql(target, source, unique_key, dest_columns, incremental_predicates=none) -%}
  {#- `predicates` is this argument's older name -#}
  {%- set conditions = kwargs.get('predicates', incremental_predicates) -%}
  {%- do return(adapter.dispatch("get_merge_sql", "dbt")(target, source, unique_key, dest_columns, conditions)) -%}
{%- endmacro %}

{% macro default__get_merge_sql(target, source, unique_key, dest_columns, incremental_predicates=none) -%}
  {%- set header = config.get('sql_header', none) -%}
  {%- set columns = get_quoted_csv(dest_columns | map(attribute='name')) -%}
  {%- set updated = get_merge_update_columns(config.get('merge_update_columns'), config.get('merge_exclude_columns'), dest_columns) -%}
  {%- set matches = (incremental_predicates or []) + _merge_key_matches(unique_key) -%}

  {%- if header is not none %}{{ header }}
  {% endif -%}
  merge into {{ target }} as DBT_INTERNAL_DEST
    using {{ source }} as DBT_INTERNAL_SOURCE
    on ({{ matches | join(') and (') }})
  {%- if unique_key %}
  when matched then update set
    {% for column in updated %}{{ column }} = DBT_INTERNAL_SOURCE.{{ column }}{{ ', ' if not loop.last }}{% endfor %}
  {%- endif %}
  when not matched then insert
    ({{ columns }})
  values
    ({{ columns }})
{%- endmacro %}


{#- The conditions under which a row is the same row; without a key no row is. #}
{% macro _merge_key_matches(unique_key) %}
  {%- if not unique_key -%}
    {%- do return(['FALSE']) -%}
  {%- elif unique_key is string -%}
    {%- do return([get_merge_unique_key_match('DBT_INTERNAL_SOURCE.' ~ unique_key | trim, 'DBT_INTERNAL_DEST.' ~ unique_key | trim)]) -%}
  {%- endif -%}
  {%- set matches = [] -%}
  {%- for key in unique_key -%}
    {%- do matches.append('DBT_INTERNAL_SOURCE.' ~ key ~ ' = DBT_INTERNAL_DEST.' ~ key) -%}
  {%- endfor -%}
  {%- do return(matches) -%}
{% endmacro %}


{% macro get_merge_unique_key_match(source_unique_key, target_unique_key) %}
  {%- do return(adapter.dispatch("get_merge_unique_key_match", "dbt")(source_unique_key, target_unique_key)) -%}
{% endmacro %}

{% macro default__get_merge_unique_key_match(source_unique_key, target_unique_key) -%}
  {%- do return(equals(source_unique_key, target_unique_key) | trim) -%}
{%- endmacro %}


{% macro get_delete_insert_merge_sql(target, source, unique_key, dest_columns, incremental_predicates) -%}
  {%- do return(adapter.dispatch("get_delete_insert_merge_sql", "dbt")(target, source, unique_key, dest_columns, incremental_predicates)) -%}
{%- endmacro %}

{% macro default__get_delete_insert_merge_sql(target, source, unique_key, dest_columns, incremental_predicates) -%}
  {%- set columns = get_quoted_csv(dest_columns | map(attribute='name')) -%}
  {%- if unique_key -%}
  {%- set key = unique_key if unique_key is string else unique_key | join(', ') -%}
  delete from {{ target }} as DBT_INTERNAL_DEST
  where ({{ key }}) in (
    select distinct {{ key }}
    from {{ source }} as DBT_INTERNAL_SOURCE
  )
  {%- for predicate in incremental_predicates or [] %}
    and {{ predicate }}
  {%- endfor -%};
  {% endif %}
  insert into {{ target }} ({{ columns }})
  (
    select {{ columns }}
    from {{ source }}
  )
{%- endmacro %}


{% macro get_insert_overwrite_merge_sql(target, source, dest_columns, predicates, include_sql_header=false) -%}
  {%- do return(adapter.dispatch("get_insert_overwrite_merge_sql", "dbt")(target, source, dest_columns, predicates, include_sql_header)) -%}
{%- endmacro %}

{% macro default__get_insert_overwrite_merge_sql(target, source, dest_columns, predicates, include_sql_header) -%}
  {%- set header = config.get('sql_header', none) -%}
  {%- set columns = get_quoted_csv(dest_columns | map(attribute='name')) -%}
  {%- if include_sql_header and header is not none %}{{ header }}
  {% endif -%}
  merge into {{ target }} as DBT_INTERNAL_DEST
    using {{ source }} as DBT_INTERNAL_SOURCE
    on FALSE
  when not matched by source {% if predicates %}and {{ predicates | join(' and ') }} {% endif %}then delete
  when not matched then insert
    ({{ columns }})
  values
    ({{ columns }})
{%- endmacro %}
