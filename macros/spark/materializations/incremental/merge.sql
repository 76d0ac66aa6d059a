{# SQL of the strategies that change rows. #}

{#- Spark wants the rows that are added before the rows that are taken away. #}
{% macro spark__get_insert_overwrite_merge_sql(target, source, dest_columns, predicates, include_sql_header) -%}
  {%- set columns = get_quoted_csv(dest_columns | map(attribute='name')) -%}
  merge into {{ target }} as DBT_INTERNAL_DEST
    using {{ source }} as DBT_INTERNAL_SOURCE
    on FALSE
  when not matched then insert ({{ columns }}) values ({{ columns }})
  when not matched by source {% if predicates %}and {{ predicates | join(' and ') }} {% endif %}then delete
{%- endmacro %}


{#- Without a unique_key no row matches, and all rows are added. #}
{% macro spark__get_merge_sql(target, source, unique_key, dest_columns, incremental_predicates) -%}
  {%- set columns = dest_columns or adapter.get_columns_in_relation(target) -%}
  {%- set updated = get_merge_update_columns(config.get('merge_update_columns'), config.get('merge_exclude_columns'), columns) -%}
  {%- set matches = [] + (incremental_predicates or []) -%}
  {%- for key in ([unique_key] if unique_key is string else unique_key or []) -%}
    {%- do matches.append('DBT_INTERNAL_SOURCE.' ~ key ~ ' = DBT_INTERNAL_DEST.' ~ key) -%}
  {%- endfor -%}
  {%- if not unique_key -%}{%- do matches.append('FALSE') -%}{%- endif -%}

  {%- if config.get('sql_header') %}{{ config.get('sql_header') }}
  {% endif %}
  merge into {{ target }} as DBT_INTERNAL_DEST
      using {{ source }} as DBT_INTERNAL_SOURCE
      on {{ matches | join(' and ') }}

      when matched then update set
        {% for column in updated or [] %}{{ column }} = DBT_INTERNAL_SOURCE.{{ column }}{{ ', ' if not loop.last }}{% else %}*{% endfor %}

      when not matched then insert *
{%- endmacro %}


{#- None, which stands for every column, where neither config is set. #}
{% macro spark__get_merge_update_columns(merge_update_columns, merge_exclude_columns, dest_columns) %}
  {%- if not merge_update_columns and not merge_exclude_columns -%}
    {%- do return(none) -%}
  {%- endif -%}
  {%- do return(default__get_merge_update_columns(merge_update_columns, merge_exclude_columns, dest_columns)) -%}
{% endmacro %}
