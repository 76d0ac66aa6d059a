{# DDL of scalar functions. #}

{% macro scalar_function_sql(target_relation) %}
  {%- do return(adapter.dispatch("scalar_function_sql", "dbt")(target_relation)) -%}
{% endmacro %}

{% macro default__scalar_function_sql(target_relation) -%}
  {{ scalar_function_create_replace_signature_sql(target_relation) }}
  {{ scalar_function_body_sql() }};
{%- endmacro %}


{% macro scalar_function_create_replace_signature_sql(target_relation) %}
  {%- do return(adapter.dispatch("scalar_function_create_replace_signature_sql", "dbt")(target_relation)) -%}
{% endmacro %}

{% macro default__scalar_function_create_replace_signature_sql(target_relation) -%}
  create or replace function {{ target_relation.render() }} ({{ formatted_scalar_function_args_sql() }})
  returns {{ model.returns.data_type }}
  {{ scalar_function_volatility_sql() }}
  as
{%- endmacro %}


{% macro formatted_scalar_function_args_sql() %}
  {%- do return(adapter.dispatch("formatted_scalar_function_args_sql", "dbt")()) -%}
{% endmacro %}

{% macro default__formatted_scalar_function_args_sql() -%}
  {%- set args = [] -%}
  {%- for arg in model.arguments -%}
    {%- do args.append(arg.name ~ ' ' ~ arg.data_type) -%}
  {%- endfor -%}
  {{ args | join(', ') }}
{%- endmacro %}


{% macro formatted_scalar_function_args_javascript() %}
  {%- do return(adapter.dispatch("formatted_scalar_function_args_javascript", "dbt")()) -%}
{% endmacro %}

{% macro default__formatted_scalar_function_args_javascript() %}
  {%- do exceptions.raise_compiler_error("Functions in JavaScript are not implemented for the adapter " ~ adapter.type()) -%}
{% endmacro %}


{% macro scalar_function_body_sql() %}
  {%- do return(adapter.dispatch("scalar_function_body_sql", "dbt")()) -%}
{% endmacro %}

{% macro default__scalar_function_body_sql() -%}
  $$
    {{ model.compiled_code }}
  $$ language sql
{%- endmacro %}


{% macro scalar_function_volatility_sql() %}
  {%- do return(adapter.dispatch("scalar_function_volatility_sql", "dbt")()) -%}
{% endmacro %}

{#- Without the config the engine's own default holds. #}
{% macro default__scalar_function_volatility_sql() -%}
  {%- set words = {'deterministic': 'immutable', 'stable': 'stable', 'non-deterministic': 'volatile'} -%}
  {%- set volatility = model.config.get('volatility') -%}
  {%- if volatility is not none and volatility not in words -%}
    {%- do unsupported_volatility_warning(volatility) -%}
  {%- endif -%}
  {{ words.get(volatility, '') }}
{%- endmacro %}


{% macro scalar_function_volatility_javascript() %}
  {%- do return(adapter.dispatch("scalar_function_volatility_javascript", "dbt")()) -%}
{% endmacro %}

{% macro default__scalar_function_volatility_javascript() %}
  {%- if model.config.get('volatility') is not none -%}
    {%- do unsupported_volatility_warning(model.config.get('volatility')) -%}
  {%- endif -%}
{% endmacro %}


{% macro unsupported_volatility_warning(volatility) %}
  {%- do return(adapter.dispatch("unsupported_volatility_warning", "dbt")(volatility)) -%}
{% endmacro %}

{% macro default__unsupported_volatility_warning(volatility) %}
  {%- do exceptions.warn("The function `" ~ model.name ~ "` has the volatility `" ~ volatility ~ "`, which " ~ adapter.type() ~ " does not have; it is left out.") -%}
{% endmacro %}
