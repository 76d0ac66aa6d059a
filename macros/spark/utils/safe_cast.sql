{# A value as another type. Spark casts no text to a struct, array or map, so a quoted expression loses its quotes. #}

{% macro spark__safe_cast(field, type) %}
{%- set value = field.strip('"').strip("'") if field is string and cast_from_string_unsupported_for(type) else field -%}
cast({{ value }} as {{ type }})
{% endmacro %}


{% macro cast_from_string_unsupported_for(type) %}
  {%- set name = type.lower() -%}
  {%- do return(name.startswith('struct') or name.startswith('array') or name.startswith('map')) -%}
{% endmacro %}
