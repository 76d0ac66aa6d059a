{# DDL that drops a view. #}

{% macro drop_view(relation) -%}
  {%- do return(adapter.dispatch("drop_view", "dbt")(relation)) -%}
{%- endmacro %}

{% macro default__drop_view(relation) -%}
  drop view if exists {{ relation.render() }} cascade
{%- endmacro %}
