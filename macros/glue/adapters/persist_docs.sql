{# Descriptions as comments, set in the catalog itself: no SQL, so no quoting of quotes. #}

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
