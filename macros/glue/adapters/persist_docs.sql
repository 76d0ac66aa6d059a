{# Descriptions as comments, set in the catalog itself: no SQL, so no quoting of quotes. #}

{#- A relation's own comment stands in its DDL, as in dbt-spark; a table that a run finds keeps the one that it has. Hudi drops what its
    DDL says, so its tables get it afterwards. #}
{% macro glue__persist_docs(relation, model, for_relation, for_columns) -%}
  {%- set is_forgotten = config.get('file_format') == 'hudi' -%}
  {%- if is_forgotten and for_relation and config.persist_relation_docs() and model.description -%}
    {%- do alter_relation_comment(relation, model.description) -%}
  {%- endif -%}
  {%- do return(spark__persist_docs(relation, model, for_relation, for_columns)) -%}
{%- endmacro %}


{% macro glue__alter_relation_comment(relation, relation_comment) -%}
  {%- do adapter.set_comments(relation, relation_comment, {}) -%}
{%- endmacro %}


{% macro glue__alter_column_comment(relation, column_dict) -%}
  {%- set comments = {} -%}
  {%- for name, column in column_dict.items() if column['description'] -%}
    {%- do comments.update({name: column['description']}) -%}
  {%- endfor -%}
  {%- if comments -%}{%- do adapter.set_comments(relation, none, comments) -%}{%- endif -%}
{%- endmacro %}
