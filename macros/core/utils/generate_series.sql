{# The numbers from 1 to an upper bound, as a query. #}

{% macro get_powers_of_two(upper_bound) %}
  {%- do return(adapter.dispatch("get_powers_of_two", "dbt")(upper_bound)) -%}
{% endmacro %}

{#- How many bits it takes to count that far; at least one. #}
{% macro default__get_powers_of_two(upper_bound) %}
  {%- if upper_bound <= 0 -%}
    {%- do exceptions.raise_compiler_error("upper bound must be positive") -%}
  {%- endif -%}
  {%- for bits in range(1, 100) if upper_bound <= 2 ** bits -%}
    {%- do return(bits) -%}
  {%- endfor -%}
{% endmacro %}


{% macro generate_series(upper_bound) %}
  {%- do return(adapter.dispatch("generate_series", "dbt")(upper_bound)) -%}
{% endmacro %}

{#- A cross join of one two-row relation per bit. #}
{% macro default__generate_series(upper_bound) %}
    {% set bits = range(dbt.get_powers_of_two(upper_bound)) %}
    with p as (
        select 0 as generated_number union all select 1
    ), unioned as (
    select
    {% for bit in bits %}
    p{{ bit }}.generated_number * power(2, {{ bit }})
    {{ " +" if not loop.last }}
    {% endfor %}
    + 1
    as generated_number
    from
    {% for bit in bits %}
    p as p{{ bit }}
    {{ ' cross join' if not loop.last }}
    {% endfor %}
    )
    select *
    from unioned
    where generated_number <= {{ upper_bound }}
    order by generated_number
{% endmacro %}
