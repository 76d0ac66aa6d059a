{% macro celsius_to_fahrenheit(column_name, decimals=1) -%}
    round({{ column_name }} * 9 / 5 + 32, {{ decimals }})
{%- endmacro %}
