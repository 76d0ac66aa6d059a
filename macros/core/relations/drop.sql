{# Dropping a relation: the DDL, and doing it. #}

{% macro get_drop_sql(relation) -%}
  {%- do log("Applying DROP to: " ~ relation) -%}
  {%- do return(adapter.dispatch("get_drop_sql", "dbt")(relation)) -%}
{%- endmacro %}

{% macro default__get_drop_sql(relation) -%}
  {%- if relation.is_view -%}
    {%- do return(drop_view(relation)) -%}
  {%- elif relation.is_table -%}
    {%- do return(drop_table(relation)) -%}
  {%- elif relation.is_materialized_view -%}
    {%- do return(drop_materialized_view(relation)) -%}
  {%- endif -%}
  drop {{ relation.type }} if exists {{ relation.render() }} cascade
{%- endmacro %}


{% macro drop_relation(relation) -%}
  {%- do return(adapter.dispatch("drop_relation", "dbt")(relation)) -%}
{%- endmacro %}

{% macro default__drop_relation(relation) -%}
  {%- call statement('drop_relation', auto_begin=false) -%}
    {{ get_drop_sql(relation) }}
  {%- endcall -%}
{%- endmacro %}


{% macro drop_relation_if_exists(relation) %}
  {%- if relation is not none -%}
    {%- do adapter.drop_relation(relation) -%}
  {%- endif -%}
{% endmacro %}


{#- Before a relation of that type is built under the name of an existing one (or none): drops what the DDL cannot replace. #}
{% macro _make_way(existing_relation, type) %}
  {%- do return(adapter.dispatch("make_way", "dbt")(existing_relation, type)) -%}
{% endmacro %}

{% macro default__make_way(existing_relation, type) %}
  {%- do drop_relation_if_exists(existing_relation or none) -%}
{% endmacro %}
