{# What a node's relation is called: the alias it asks for, else its name (with its version). #}

{% macro generate_alias_name(custom_alias_name=none, node=none) -%}
  {%- do return(adapter.dispatch("generate_alias_name", "dbt")(custom_alias_name, node)) -%}
{%- endmacro %}

{% macro default__generate_alias_name(custom_alias_name=none, node=none) -%}
  {%- if custom_alias_name -%}
    {{ custom_alias_name | trim }}
  {%- elif node.version -%}
    {%- do return(node.name ~ '_v' ~ (node.version | replace('.', '_'))) -%}
  {%- else -%}
    {{ node.name }}
  {%- endif -%}
{%- endmacro %}
