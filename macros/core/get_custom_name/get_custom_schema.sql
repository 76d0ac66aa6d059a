{# Which schema a node is built in: the target's, with the schema it asks for added to its name. #}

{% macro generate_schema_name(custom_schema_name=none, node=none) %}
  {%- do return(adapter.dispatch("generate_schema_name", "dbt")(custom_schema_name, node)) -%}
{% endmacro %}

{% macro default__generate_schema_name(custom_schema_name, node) -%}
  {{ target.schema }}
  {%- if custom_schema_name is not none -%}_{{ custom_schema_name | trim }}{%- endif -%}
{%- endmacro %}


{#- An alternative to call from an own generate_schema_name: custom schemas in production only. #}
{% macro generate_schema_name_for_env(custom_schema_name, node) -%}
  {%- if custom_schema_name is not none and target.name == 'prod' -%}
    {{ custom_schema_name | trim }}
  {%- else -%}
    {{ target.schema }}
  {%- endif -%}
{%- endmacro %}
