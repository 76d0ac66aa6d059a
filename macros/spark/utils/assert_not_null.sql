{# A conversion that fails where it gives null: Spark's own only give null. #}

{% macro assert_not_null(function, arg) -%}
  {%- do return(adapter.dispatch("assert_not_null", "dbt")(function, arg)) -%}
{%- endmacro %}

{% macro spark__assert_not_null(function, arg) %}
    {% set converted = function ~ '(' ~ arg ~ ')' %}
    coalesce({{ converted }}, nvl2({{ converted }}, assert_true({{ converted }} is not null), null))

{% endmacro %}
