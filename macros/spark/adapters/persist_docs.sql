{# Column descriptions as comments. A relation's own comment stands in its DDL, as in dbt-spark: an existing table keeps its comment. #}

{% macro spark__persist_docs(relation, model, for_relation, for_columns) -%}
  {%- if for_columns and config.persist_column_docs() and model.columns -%}
    {%- set existing = adapter.get_columns_in_relation(relation) | map(attribute='name') | list -%}
    {%- do alter_column_comment(relation, validate_doc_columns(relation, model.columns, existing)) -%}
  {%- endif -%}
{%- endmacro %}


{% macro spark__alter_relation_comment(relation, relation_comment) -%}
  {%- call statement('alter_relation_comment') -%}
    comment on table {{ relation }} is {{ _comment_literal(relation_comment) }}
  {%- endcall -%}
{%- endmacro %}


{% macro spark__alter_column_comment(relation, column_dict) %}
  {%- for name, column in column_dict.items() -%}
    {%- call statement('alter_column_comment') -%}
      alter table {{ relation }} alter column {{ adapter.quote(name) if column['quote'] else name }} comment {{ _comment_literal(column['description']) }}
    {%- endcall -%}
  {%- endfor -%}
{% endmacro %}
