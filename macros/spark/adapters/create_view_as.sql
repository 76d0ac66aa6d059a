{# A view, with its comments in the DDL: Spark cannot add a column's comment to a view later. #}

{% macro spark__create_view_as(relation, sql) -%}
  {%- if config.get('contract').enforced -%}
    {%- do get_assert_columns_equivalent(sql) -%}
  {%- endif -%}
  create or replace view {{ relation }}
  {%- if config.persist_column_docs() %}
  (
    {{ get_persist_docs_column_list(model.columns, get_columns_in_query(sql)) }}
  )
  {%- endif %}
  {{ comment_clause() }}
  as
    {{ sql }}
{%- endmacro %}


{% macro get_persist_docs_column_list(model_columns, query_columns) -%}
  {%- for name in query_columns -%}
    {{ get_column_comment_sql(name, model_columns) | trim }}{{ ', ' if not loop.last }}
  {%- endfor -%}
{%- endmacro %}


{% macro get_column_comment_sql(column_name, column_dict) -%}
  {%- set descriptions = {} -%}
  {%- for name, column in column_dict.items() if column['description'] -%}
    {%- do descriptions.update({name if column['quote'] else name | lower: column['description']}) -%}
  {%- endfor -%}
  {%- set description = descriptions.get(column_name) or descriptions.get(column_name | lower) -%}
  {{ adapter.quote(column_name) }}{% if description %} comment {{ _comment_literal(description) }}{% endif %}
{%- endmacro %}
